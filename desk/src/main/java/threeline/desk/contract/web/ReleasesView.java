package threeline.desk.contract.web;

import java.util.List;

/** Releases as they are planned now, and what was moved. */
public record ReleasesView(List<Release> dates, List<Move> moves) {

    public record Release(String date, String word, boolean past) {}

    public record Move(String from, String to, String by, String at, String why) {}
}
