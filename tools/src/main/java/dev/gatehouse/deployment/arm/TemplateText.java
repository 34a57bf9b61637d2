package dev.gatehouse.deployment.arm;

/** A string of a template: an expression in brackets, or the text itself, which begins with {@code [[} for one bracket. */
public record TemplateText(String written) {

    public boolean isExpression() {
        return written.startsWith("[") && written.endsWith("]") && !written.startsWith("[[");
    }

    /** The text where it is not an expression. */
    String literal() {
        return written.startsWith("[[") ? written.substring(1) : written;
    }

    /** Whether it is an expression in which a function is called. */
    public boolean calls(String function) {
        try {
            return isExpression() && expression().calls(function);
        } catch (ExpressionFault malformed) {
            return false;
        }
    }

    /** The text between the brackets of an expression. */
    String inner() {
        return written.substring(1, written.length() - 1);
    }

    /** @throws ExpressionFault when it is malformed */
    TemplateExpression expression() {
        return new TemplateExpressionParser(inner()).whole();
    }
}
