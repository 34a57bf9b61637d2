package dev.gatehouse.taskhub;

import com.azure.core.credential.TokenCredential;
import java.util.List;

/**
 * What gives out the tokens of Microsoft Entra that open a table.
 *
 * @param sources where it looks for one, in order, as messages name them
 */
public record EntraAccess(TokenCredential credential, List<String> sources) {
    public EntraAccess {
        sources = List.copyOf(sources);
    }
}
