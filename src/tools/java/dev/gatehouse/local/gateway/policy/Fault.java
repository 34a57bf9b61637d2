package dev.gatehouse.local.gateway.policy;

/**
 * What keeps a policy document from being executed.
 *
 * @param line counted from 1
 * @param subject the element or attribute at fault
 * @param advice what is wrong with it and what to do
 */
public record Fault(String document, int line, String subject, String advice) {

    @Override
    public String toString() {
        return document + ":" + line + ": " + subject + " " + advice;
    }
}
