/**
 * One door for whatever a stuck person has in hand: an error, an answer, a log, a trace, several of them in one text.
 *
 * <p>Three steps, each with one place:
 *
 * <ol>
 *   <li><b>Recognise.</b> {@link dev.gatehouse.doctor.explain.Paste} removes what terminals, browsers, chats and JSON put around a
 *       text. Recognisers turn it into {@link dev.gatehouse.doctor.explain.Signal}s: error codes of Entra, of the token library, of
 *       Azure Resource Manager and Graph; reasons of API Management and of the guard; exceptions with their place in a chain of
 *       causes; HTTP answers with the layer whose format they have; the kind of a token; files that another command reads.
 *   <li><b>Look up.</b> The {@link dev.gatehouse.doctor.explain.CauseCatalogue} is data, in the resource files of this package: each
 *       cause names the signals and the fixed words of a product by which it is recognised, and says what it means, what else it
 *       can be and how to tell, the fix, who can apply it, where, the source, and its heading in {@code docs/troubleshooting.md}.
 *       Of several causes for one signal, the one with the most conditions is used.
 *   <li><b>Order.</b> Causes come before symptoms (a status, a failed build) and these before noise; the innermost known exception
 *       of a chain first, then the first in the text; a cause may name the consequences that it explains. The first is the answer.
 * </ol>
 *
 * A code or an exception that has no cause in the catalogue is reported as not known; nothing is guessed from single words. All time
 * is in proportion to the text: the words of all causes are found in one pass.
 */
@NullMarked
package dev.gatehouse.doctor.explain;

import org.jspecify.annotations.NullMarked;
