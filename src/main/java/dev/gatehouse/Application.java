package dev.gatehouse;

import java.util.List;
import java.util.Optional;

/** The function classes' only instances. Equal whether the app is sound or not: what differs is what their guard admits. */
record Application(List<Object> functions) {
    Application {
        functions = List.copyOf(functions);
    }

    Optional<Object> function(Class<?> functionClass) {
        return functions.stream()
                .filter(function -> function.getClass() == functionClass)
                .findFirst();
    }

    List<Class<?>> classes() {
        return functions.stream().<Class<?>>map(Object::getClass).toList();
    }
}
