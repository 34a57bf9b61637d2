package dev.gatehouse.doctor.history;

import java.util.List;

/** The newest executions, newest first, and how much was read to find them. */
public record Listing(List<Execution> executions, PagesRead read) {}
