/**
 * Questions about a state: amounts, conditions, targets, filters, and what is continuously true.
 * Changes nothing and knows neither commands nor the engine.
 */
@NullMarked
package dev.menagerie.rules.query;

import org.jspecify.annotations.NullMarked;
