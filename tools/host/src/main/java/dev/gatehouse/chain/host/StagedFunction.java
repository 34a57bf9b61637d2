package dev.gatehouse.chain.host;

/** One function of the staged app. */
record StagedFunction(String name, TriggerBinding trigger, EntryPoint method) {}
