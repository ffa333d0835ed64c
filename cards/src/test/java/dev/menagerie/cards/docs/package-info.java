/** Tests that keep the documentation true. */
@org.jspecify.annotations.NullMarked
package dev.menagerie.cards.docs;
