package dev.gatehouse.taskhub;

import java.util.regex.Pattern;

/** Finds a task hub's tables by the hub's name. */
public final class TaskHubs {
    /** The common syntax of table names and task hub names. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{2,44}");

    private TaskHubs() {}

    public static boolean isName(String hub) {
        return NAME.matcher(hub).matches();
    }

    /** Sends no request yet. */
    public static TaskHub open(TableAccount account, String hub, int pageBound) {
        return new TaskHub(
                AzureTable.of(account, hub + "Instances"), AzureTable.of(account, hub + "History"), pageBound);
    }
}
