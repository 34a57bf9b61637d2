package dev.gatehouse.chain.host;

/** The argument that receives the request. */
record RequestArgument(BodyType bodyType) implements Argument {
    @Override
    public Object of(FunctionInvocation invocation) {
        return new WorkerRequest(
                invocation.arrival(), bodyType.convert(invocation.arrival().body()));
    }
}
