package dev.gatehouse.doctor.token;

/**
 * Why a token is refused: the one thing to change first.
 *
 * @param id stable across versions
 * @param layer that refuses it first, by name; empty where the paste itself shows the cause
 * @param says in one or two sentences
 */
public record TokenCause(String id, String layer, String says, String fix) {}
