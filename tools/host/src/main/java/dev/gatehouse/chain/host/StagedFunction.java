package dev.gatehouse.chain.host;

/** One function of the staged app, ready to be called. */
record StagedFunction(String name, TriggerBinding trigger, EntryPoint method) {}
