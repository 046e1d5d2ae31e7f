package io.github.authfilters.user;

/** Hashes of the tests' users, made by other programs. */
final class Hashes {

  /** "abc". */
  static final String BCRYPT_ABC = "$2a$10$WvvTPHKwdBJ3uk0Z37EMR.hLA2W6N9AEBhEgrAOljy2Ae5MtaSIUi";

  /** "secret". */
  static final String BCRYPT_SECRET =
      "$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW";

  /** "password". */
  static final String ARGON2ID_PASSWORD =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  private Hashes() {}
}
