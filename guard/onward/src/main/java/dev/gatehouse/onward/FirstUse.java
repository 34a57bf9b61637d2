package dev.gatehouse.onward;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An exchange that is made when it is needed first: an app that never calls onward loads none of its classes. */
final class FirstUse implements OnwardExchange {
    private final Supplier<OnwardExchange> maker;
    private @Nullable OnwardExchange made; // guarded by this

    FirstUse(Supplier<OnwardExchange> maker) {
        this.maker = maker;
    }

    @Override
    public OnwardResult exchange(OnwardRequest request) {
        return made().exchange(request);
    }

    private synchronized OnwardExchange made() {
        OnwardExchange known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
