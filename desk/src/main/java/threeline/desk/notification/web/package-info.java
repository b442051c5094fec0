/** What was told to whoever is signed in, and how they want to be told. */
@NullMarked
package threeline.desk.notification.web;

import org.jspecify.annotations.NullMarked;
