package org.entente.desk.sources;

import java.net.URI;

/** A bookmark that opens the desk's form with the page that is read, and what is selected of it. */
final class Bookmarklet {
  private Bookmarklet() {}

  /**
   * @param here an address of the desk
   */
  static String of(URI here) {
    String desk = here.getScheme() + "://" + here.getRawAuthority() + "/sources/paste?";
    // An address holds at most 16 KB, and a character may take nine of them.
    return "javascript:(()=>{const p=new URLSearchParams({address:location.href,title:document.title,"
        + "text:String(getSelection()).slice(0,1500)});open('"
        + desk.replace("'", "%27")
        + "'+p)})()";
  }
}
