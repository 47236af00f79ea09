/** Taking in what was written at other blogs: WordPress, Blogger, Ghost. */
@NullMarked
package org.entente.desk.blog;

import org.jspecify.annotations.NullMarked;
