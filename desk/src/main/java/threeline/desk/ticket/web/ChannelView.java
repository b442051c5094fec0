package threeline.desk.ticket.web;

import threeline.promises.charter.Channel;

/** A way in, in words and as an icon. */
public record ChannelView(String phrase, String icon) {

    static ChannelView of(Channel.By by) {
        return switch (by) {
            case PHONE -> new ChannelView("by phone", "phone");
            case EMAIL -> new ChannelView("by mail", "mail");
            case PORTAL -> new ChannelView("in the portal", "portal");
            case CHAT -> new ChannelView("in chat", "chat");
            case APP -> new ChannelView("by the desktop app", "monitor");
            case FORM -> new ChannelView("by the form", "doc");
            case MONITORING -> new ChannelView("seen by monitoring", "robot");
            case API -> new ChannelView("by a program", "bolt");
        };
    }
}
