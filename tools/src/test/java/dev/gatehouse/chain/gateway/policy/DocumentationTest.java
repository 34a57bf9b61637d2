package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {
    private final Documents documents = new Documents();

    static Stream<DocumentedRow> executed() {
        return DocumentedRow.all().filter(DocumentedRow::isExecuted);
    }

    static Stream<DocumentedRow> refused() {
        return DocumentedRow.all().filter(row -> row.answer().equals("refused"));
    }

    @ParameterizedTest
    @MethodSource
    void executed(DocumentedRow row) {
        assertThat(compile(row)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource
    void refused(DocumentedRow row) {
        PolicyRefused refused = catchThrowableOfType(PolicyRefused.class, () -> compile(row));

        assertThat(refused).as(row.example()).isNotNull();
        assertThat(refused.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.document()).isEqualTo("example.xml");
            assertThat(fault.line()).isEqualTo(3);
        });
        assertThat(refused).hasMessageContainingAll(row.named().toArray(String[]::new));
    }

    private Pipeline compile(DocumentedRow row) {
        boolean global = row.where().equals("global");
        Optional<Pipeline> broader = global ? Optional.empty() : Optional.of(documents.global());
        documents.sku = row.where().equals("Consumption") ? Sku.CONSUMPTION : Sku.STANDARD;
        return documents.compiler().compile(row.document(), global ? DocumentScope.GLOBAL : DocumentScope.API, broader);
    }

    @Test
    void everyRowAnswersOneOrTheOther() {
        assertThat(DocumentedRow.all().map(DocumentedRow::answer)).containsOnly("executed", "refused");
    }

    @Test
    void everyPolicyAndAttributeThatIsExecutedHasAnExample() {
        List<String> examples = executed().map(DocumentedRow::example).toList();

        assertThat(Catalogue.ALL).allSatisfy(kind -> {
            assertThat(examples).anySatisfy(example -> assertThat(example).contains("<" + kind.name()));
            Stream.concat(kind.shape().required().stream(), kind.shape().optional().stream())
                    .forEach(attribute -> assertThat(examples).anySatisfy(example -> assertThat(example)
                            .contains("<" + kind.name() + " ", " " + attribute + "=")));
            kind.shape().children().forEach(child -> assertThat(examples)
                    .anySatisfy(example -> assertThat(example).contains("<" + kind.name(), "<" + child)));
        });
    }
}
