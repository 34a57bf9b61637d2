package dev.gatehouse.cli;

import dev.gatehouse.chain.entra.directory.Redirects;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for applications from outside, with which users sign in at the local Entra. */
final class UserApps {
    @Option(
            names = "--spa",
            paramLabel = "URL",
            converter = RedirectAddress.class,
            description = "Redirect address of your single-page application, such as http://localhost:5173/auth."
                    + " Its pages may call the API (CORS). Repeatable.")
    private List<String> spa = List.of();

    @Option(
            names = "--web",
            paramLabel = "URL",
            converter = RedirectAddress.class,
            description = "Redirect address of your web application, whose server signs users in. Repeatable.")
    private List<String> web = List.of();

    Redirects redirects() {
        return new Redirects(spa, web, List.of());
    }

    /** The origins of the pages. */
    List<String> origins() {
        return spa.stream()
                .map(URI::create)
                .map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .distinct()
                .toList();
    }

    /** An address that Entra would register. */
    static final class RedirectAddress implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (!Redirects.isRegistrable(value)) {
                throw new TypeConversionException("'" + value + "' is not a redirect address that Entra registers: use"
                        + " https, or http with localhost or 127.0.0.1, and no user name, fragment or *");
            }
            return value;
        }
    }
}
