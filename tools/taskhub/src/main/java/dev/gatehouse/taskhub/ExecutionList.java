package dev.gatehouse.taskhub;

import java.util.List;

/** The newest executions, newest first, and how much was read to find them. */
public record ExecutionList(List<Execution> executions, ScanSummary read) {}
