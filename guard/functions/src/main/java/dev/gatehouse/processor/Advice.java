package dev.gatehouse.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/** What would make the app safer still: said, and never demanded. */
final class Advice {
    private Advice() {}

    static List<String> of(List<FunctionMethod> functions) {
        List<String> advice = new ArrayList<>();
        String classes = names(functions, Advice::hasPublicConstructor, function -> function.type()
                .getSimpleName()
                .toString());
        if (!classes.isEmpty()) {
            advice.add("make the constructor of " + classes
                    + " package-private (remove public, or write one): the worker then cannot run"
                    + " these functions without the guard, even where nothing else stops it.");
        }
        String anonymous = names(functions, Advice::isAnonymous, FunctionMethod::name);
        if (!anonymous.isEmpty()) {
            advice.add("authLevel of " + anonymous
                    + " is ANONYMOUS: with FUNCTION, calls past the gateway need its key, too.");
        }
        return advice;
    }

    private static String names(
            List<FunctionMethod> functions,
            Predicate<FunctionMethod> which,
            java.util.function.Function<FunctionMethod, String> name) {
        return functions.stream()
                .filter(FunctionMethod::isOverridden)
                .filter(which)
                .map(name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static boolean hasPublicConstructor(FunctionMethod function) {
        return ElementFilter.constructorsIn(function.type().getEnclosedElements()).stream()
                .anyMatch(each -> each.getModifiers().contains(Modifier.PUBLIC));
    }

    private static boolean isAnonymous(FunctionMethod function) {
        return function.trigger()
                .filter(trigger -> trigger.value("authLevel").equals("ANONYMOUS"))
                .isPresent();
    }
}
