package dev.gatehouse.sample.profile;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.gatehouse.onward.Onward;
import dev.gatehouse.onward.OnwardRefusal;
import dev.gatehouse.onward.OnwardResult;
import dev.gatehouse.onward.OnwardToken;
import dev.gatehouse.sample.http.Responses;
import java.util.Optional;
import java.util.Set;

/** {@code GET me/profile}: a call to another API on behalf of the user. */
public class ProfileFunction {
    private static final Set<String> SCOPES = Set.of("https://graph.microsoft.com/User.Read");

    private final Onward onward;
    private final Profiles profiles;

    ProfileFunction(Onward onward, Profiles profiles) {
        this.onward = onward;
        this.profiles = profiles;
    }

    /** Contract: {@code "function": "readProfile"}, and {@code "onward"} for the scope. */
    @FunctionName("readProfile")
    public HttpResponseMessage readProfile(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "me/profile",
                            authLevel = AuthorizationLevel.FUNCTION)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        OnwardResult result = onward.onBehalfOf(context, SCOPES);
        if (result instanceof OnwardRefusal refusal) {
            return refusal.answer(request, context);
        }
        Profiles.Reading reading = profiles.read((OnwardToken) result);
        if (reading instanceof Profiles.Unread unread) {
            context.getLogger()
                    .warning("the profile was not read: " + unread.refusal().detail());
            return unread.refusal().answer(request, context);
        }
        return Responses.ok(request, ((Profiles.Read) reading).profile());
    }
}
