package dev.gatehouse.functions;

/**
 * Makes the instances that functions run on, for an app whose function classes take arguments: an injector of Guice, Dagger, Spring
 * or one's own. Named by the compiler option {@code -Agatehouse.factory}, with a public constructor without parameters. It is made
 * once; {@link #create} is called for each call of a function, on that call's thread.
 */
public interface FunctionFactory {

    /**
     * @param guardedClass the guarded subclass of a class with HTTP functions, or a class without any
     * @return an instance of exactly this class or of a subclass; any other is refused
     * @throws Exception where it cannot be made; the caller gets 500
     */
    <T> T create(Class<T> guardedClass) throws Exception;
}
