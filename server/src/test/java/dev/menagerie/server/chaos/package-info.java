/** Random faults at real processes while games are played; every acknowledgement is audited. */
@NullMarked
package dev.menagerie.server.chaos;

import org.jspecify.annotations.NullMarked;
