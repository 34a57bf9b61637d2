package dev.gatehouse.contract;

/**
 * Something wrong in a contract.
 *
 * @param place a JSON Pointer (RFC 6901) such as {@code /operations/2/roles/0}, or {@code line 3, column 7} where the text
 *     is no JSON
 * @param problem what is wrong and what was expected
 */
public record ContractError(String place, String problem) {
    @Override
    public String toString() {
        return (place.isEmpty() ? "the document" : place) + ": " + problem;
    }
}
