package dev.gatehouse.functions;

import java.util.List;

/**
 * A function as the annotation processor found it.
 *
 * @param kind what triggers it, as function.json names it, such as {@code httpTrigger}; {@code none} where nothing does
 * @param declaredIn the class whose method it is
 * @param route of an HTTP function, below the route prefix; else empty
 * @param methods of an HTTP function, in upper case; empty for any
 * @param isExplicit whether the function itself calls the guard
 */
public record ListedFunction(
        String name,
        String kind,
        String declaredIn,
        String method,
        String route,
        List<String> methods,
        boolean isExplicit) {

    public ListedFunction {
        methods = List.copyOf(methods);
    }

    public boolean isHttp() {
        return kind.equalsIgnoreCase("httpTrigger");
    }

    /** As function.json names class and method. */
    public String entryPoint() {
        return declaredIn + "." + method;
    }

    boolean answers(String httpMethod) {
        return methods.isEmpty() || methods.contains(httpMethod);
    }
}
