/** What tests stand on: the real database, the real desk, a real browser, and a time that is turned by hand. */
package threeline.testing;
