package dev.gatehouse.local.host;

/** One function of the staged app, ready to be called. */
record StagedFunction(String name, Trigger trigger, FunctionMethod method) {}
