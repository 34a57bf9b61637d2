package rows;

import dev.gatehouse.functions.FunctionFactory;

/** Hands the argument to the class that takes one. */
public class Factory implements FunctionFactory {
    @Override
    @SuppressWarnings("unchecked")
    public <T> T create(Class<T> guardedClass) throws Exception {
        return switch (guardedClass.getSimpleName()) {
            case "Greeter_Guarded" -> guardedClass.getDeclaredConstructor(String.class).newInstance("served from the factory");
            case "Wrong_Guarded" -> (T) new Wrong();
            default -> throw new AssertionError("unmade");
        };
    }
}
