package dev.gatehouse.doctor.history;

import java.util.List;

/** One execution and its steps, in the order in which they began. */
public record ExecutionHistory(Execution execution, List<Step> steps, PagesRead read) {}
