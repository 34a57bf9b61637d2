package rows;

import com.microsoft.azure.functions.internal.spi.middleware.Middleware;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareChain;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareContext;

/** Another middleware of the app: what it does depends on the function. */
public class Inner implements Middleware {
    @Override
    public void invoke(MiddlewareContext context, MiddlewareChain chain) throws Exception {
        switch (context.getFunctionName()) {
            case "thrownInner" -> throw new IllegalArgumentException("not today");
            case "errorInner" -> throw new AssertionError("not ever");
            case "skippedInner" -> {}
            case "afterInner" -> {
                chain.doNext(context);
                throw new IllegalArgumentException("too late");
            }
            case "swallowedInner" -> {
                try {
                    chain.doNext(context);
                } catch (Exception swallowed) {
                    return;
                }
            }
            default -> chain.doNext(context);
        }
    }
}
