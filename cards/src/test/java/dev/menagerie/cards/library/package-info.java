@org.jspecify.annotations.NullMarked
package dev.menagerie.cards.library;
