package threeline.desk.contract.web;

import org.jspecify.annotations.Nullable;

/**
 * What stands above every page of the charter.
 *
 * @param current the number of the version in force
 * @param since from when it holds, in words
 * @param drafted when the reader's own draft was saved, in words; null where there is none
 * @param coming the version that is planned
 * @param versions how many there are
 */
public record CharterTabs(
        int current,
        String since,
        boolean mayChange,
        @Nullable String drafted,
        @Nullable ComingView coming,
        int versions) {

    /** A planned version: its number, from when it holds, by whom and why. */
    public record ComingView(int number, String from, String by, String why) {}
}
