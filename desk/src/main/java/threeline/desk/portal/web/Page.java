package threeline.desk.portal.web;

import threeline.desk.web.Speech;

/**
 * What every page of the portal needs.
 *
 * @param here which of the portal's places it is
 * @param foot how to reach the desk otherwise
 */
public record Page(Speech speech, String name, String here, String foot) {}
