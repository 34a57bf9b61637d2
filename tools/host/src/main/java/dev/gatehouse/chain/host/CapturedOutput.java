package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.OutputBinding;
import dev.gatehouse.chain.host.StagedFunction.Binding;
import org.jspecify.annotations.Nullable;

/** An output binding of one call: it keeps the function's value, which is not written anywhere. */
final class CapturedOutput<T> implements OutputBinding<T> {
    private final Binding binding;
    private @Nullable T value;

    CapturedOutput(Binding binding) {
        this.binding = binding;
    }

    Binding binding() {
        return binding;
    }

    @Override
    public @Nullable T getValue() {
        return value;
    }

    @Override
    public void setValue(@Nullable T value) {
        this.value = value;
    }
}
