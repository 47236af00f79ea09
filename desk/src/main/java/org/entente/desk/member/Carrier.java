package org.entente.desk.member;

import java.io.IOException;
import org.entente.desk.Letter;

/** Hands mails over: to a server, or to a folder where none is set. */
public interface Carrier {
  /** Gives when it is handed over, throws when it must be tried again. */
  void carry(Letter letter) throws IOException;

  /** Where mails go, in a sentence for who waits for one; "" when a server sends them. */
  String instead();
}
