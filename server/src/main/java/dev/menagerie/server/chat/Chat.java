package dev.menagerie.server.chat;

/**
 * The chat of a house that has turned it on.
 *
 * @param log where messages are kept
 * @param filter judges each message before it is said
 */
public record Chat(ChatLog log, ChatFilter filter) {}
