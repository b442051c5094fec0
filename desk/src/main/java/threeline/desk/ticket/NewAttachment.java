package threeline.desk.ticket;

import threeline.desk.content.Content;

/** A file that comes with a message; name and type are as its sender gave them, and believed by nobody. */
public record NewAttachment(String name, String type, Content content) {}
