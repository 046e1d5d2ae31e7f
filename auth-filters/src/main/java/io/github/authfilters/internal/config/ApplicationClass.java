package io.github.authfilters.internal.config;

import java.lang.reflect.InvocationTargetException;

/** Makes objects of the application's own classes. */
final class ApplicationClass {

  private ApplicationClass() {}

  /** By its public constructor without parameters; throws {@link UnusableValueException}. */
  static Object instance(String name) {
    String shown = Shown.escaped(name);
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    ClassLoader loader =
        application == null ? ApplicationClass.class.getClassLoader() : application;
    try {
      return Class.forName(name, true, loader).getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      // The cause's own message could hold a password, so only its type is told.
      throw UnusableValueException.pointsTo(
          "the constructor of '%s' must not throw (it threw %s)"
              .formatted(shown, e.getTargetException().getClass().getName()));
    } catch (ClassNotFoundException | LinkageError e) {
      throw UnusableValueException.pointsTo(
          "the class '%s' must be in the application".formatted(shown));
    } catch (ReflectiveOperationException e) {
      throw UnusableValueException.pointsTo(
          "'%s' must be a public class with a public constructor without parameters"
              .formatted(shown));
    }
  }
}
