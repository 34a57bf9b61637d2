package dev.gatehouse.sample.accounts;

/** An error answer of the table service. */
final class TableRefusalException extends AccountsUnavailableException {
    private final String code;

    /** @param code such as {@code EntityAlreadyExists}; blank where the answer has none */
    TableRefusalException(int status, String code) {
        super(("the table service answered " + status + " " + code).strip());
        this.code = code;
    }

    boolean is(String expected) {
        return code.equals(expected);
    }
}
