/** The two forms that tokens and key sets are written in: base64url (RFC 4648 §5) and JSON (RFC 8259). Both are read strictly. */
@NullMarked
package dev.gatehouse.jose;

import org.jspecify.annotations.NullMarked;
