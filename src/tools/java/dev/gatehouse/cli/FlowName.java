package dev.gatehouse.cli;

import dev.gatehouse.local.chain.Flow;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a flow's name as it is written in words: {@code gateway-identity}. */
final class FlowName implements ITypeConverter<Flow> {

    @Override
    public Flow convert(String name) {
        return Arrays.stream(Flow.values())
                .filter(flow -> written(flow).equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected "
                        + Arrays.stream(Flow.values()).map(FlowName::written).collect(Collectors.joining(" or "))
                        + ", but was '" + name + "'"));
    }

    static String written(Flow flow) {
        return flow.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
