package dev.gatehouse.chain.demo;

import static dev.gatehouse.chain.demo.DemoContext.LIST;
import static dev.gatehouse.chain.demo.DemoContext.WHO_AM_I;

import dev.gatehouse.chain.http.Request;

/** Calls through the gateway that are served. */
record AdmittedCalls(DemoContext stage) {

    void run() {
        DemoTokenOutcome reader = stage.app(DemoClient.READER);
        served("an app with the role lists accounts", LIST, reader, 200);
        served("a user with the scope lists accounts", LIST, stage.user(DemoUser.ADA), 200);
        served(
                "a managed identity with the role lists accounts",
                LIST,
                stage.clients().managedIdentity(stage.frontUri()),
                200);
        served("an app with the other role provisions one", stage.provision(), stage.app(DemoClient.PROVISIONER), 201);
        whoAmI("the app asks who it is", WHO_AM_I, reader);
        whoAmI(
                "the same, with forged headers that name another caller",
                WHO_AM_I.with(
                                "X-Gatehouse-Caller-App",
                                DemoClient.UNLISTED.principal().clientId())
                        .with("X-Gatehouse-Caller-Roles", DemoTenant.PROVISION),
                reader);
    }

    private void whoAmI(String call, Request request, DemoTokenOutcome token) {
        stage.row()
                .accept(stage.calls().gateway(call, request, token, ExpectedAnswer.served(200), DemoContext.reader()));
    }

    private void served(String call, Request request, DemoTokenOutcome token, int status) {
        stage.row().accept(stage.calls().gateway(call, request, token, ExpectedAnswer.served(status)));
    }
}
