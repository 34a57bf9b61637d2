package dev.gatehouse.taskhub;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.Context;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableClientBuilder;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** A table of an Azure storage account. */
final class AzureTable implements HistoryTable {
    private final TableClient client;
    private final TableFaults faults;

    private AzureTable(TableClient client, TableFaults faults) {
        this.client = client;
        this.faults = faults;
    }

    /** With one retry, and no log, because bodies contain inputs and outputs. */
    static AzureTable of(TableAccount account, String name) {
        TableFaults faults = new TableFaults(account.host(), name, account.sources());
        TableClientBuilder builder = new TableClientBuilder()
                .tableName(name)
                .httpLogOptions(new HttpLogOptions().setLogLevel(HttpLogDetailLevel.NONE))
                .retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofSeconds(1))));
        builder.addPolicy(new RefusalPolicy(faults));
        account.open(builder);
        return new AzureTable(builder.buildClient(), faults);
    }

    @Override
    public Iterator<RowPage> pages(String filter, List<String> columns) {
        ListEntitiesOptions options =
                new ListEntitiesOptions().setFilter(filter).setSelect(columns);
        Iterator<PagedResponse<TableEntity>> pages = asked(() -> client.listEntities(options, null, Context.NONE)
                .iterableByPage()
                .iterator());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return asked(pages::hasNext);
            }

            @Override
            public RowPage next() {
                return page(asked(pages::next));
            }
        };
    }

    private static RowPage page(PagedResponse<TableEntity> response) {
        return new RowPage(
                response.getValue().stream()
                        .map(entity -> new TableRow(entity.getProperties()))
                        .toList(),
                response.getContinuationToken() != null);
    }

    private <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (
                RuntimeException
                        failed) { // the library wraps connection errors in various exceptions; others are rethrown
            throw faults.of(failed);
        }
    }

    /** Reads an error response before the library does, because the library would need another one for XML. */
    private static final class RefusalPolicy extends HttpPipelineSyncPolicy {
        private static final int FIRST_ERROR = 400;

        private final TableFaults faults;

        RefusalPolicy(TableFaults faults) {
            this.faults = faults;
        }

        @Override
        protected HttpResponse afterReceivedResponse(HttpPipelineCallContext context, HttpResponse response) {
            if (response.getStatusCode() >= FIRST_ERROR) {
                String body = response.getBodyAsBinaryData() == null
                        ? ""
                        : response.getBodyAsBinaryData().toString();
                throw faults.answered(response.getStatusCode(), body);
            }
            return response;
        }
    }
}
