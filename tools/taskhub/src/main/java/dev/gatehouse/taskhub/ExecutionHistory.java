package dev.gatehouse.taskhub;

import java.util.List;

/** One execution and its steps, in the order in which they began. */
public record ExecutionHistory(Execution execution, List<ExecutionStep> steps, ScanSummary read) {}
