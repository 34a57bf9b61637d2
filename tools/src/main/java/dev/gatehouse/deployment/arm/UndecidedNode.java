package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Supplier;

/** The text of an expression that has no value, or one in parts only: marked as in {@link PartialText}. */
public final class UndecidedNode extends TextNode {
    private static final long serialVersionUID = 1L;

    private final transient TemplateText expression;
    private final transient Supplier<ExpressionFault> fault;

    UndecidedNode(String marked, TemplateText expression, Supplier<ExpressionFault> fault) {
        super(marked);
        this.expression = expression;
        this.fault = fault;
    }

    /** The expression as it is written, and why it has no value. */
    public String why() {
        return expression.written() + " " + fault.get().getMessage();
    }
}
