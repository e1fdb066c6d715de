/** The command line: one class per verb, and nothing that decides about money. */
package io.ripcord.cli;
