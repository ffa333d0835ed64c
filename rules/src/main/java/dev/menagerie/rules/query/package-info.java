/**
 * Questions about a state: amounts, conditions, targets, filters and continuous effects. Changes
 * nothing and knows neither commands nor the engine.
 */
@NullMarked
package dev.menagerie.rules.query;

import org.jspecify.annotations.NullMarked;
