package com.pfavanguard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

class ModularityTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.pfavanguard");

  @Test
  void modulesUseOnlyWhatTheyMayUse() {
    ApplicationModules.of(Vanguard.class).verify();
  }

  @Test
  void controllersNeverReachIntoTheStoresOfOtherModules() {
    classes()
        .that()
        .areAnnotatedWith(RestController.class)
        .should(useOwnStoresOnly())
        .check(PRODUCT);
  }

  @Test
  void theDomainKnowsNoFramework() {
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("com.pfavanguard.*.domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..")
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  private static ArchCondition<JavaClass> useOwnStoresOnly() {
    return new ArchCondition<>("use stores of their own module only") {
      @Override
      public void check(JavaClass controller, ConditionEvents events) {
        controller.getDirectDependenciesFromSelf().stream()
            .filter(use -> STORE.test(use.getTargetClass()))
            .filter(use -> !moduleOf(use.getTargetClass()).equals(moduleOf(controller)))
            .forEach(
                use -> events.add(SimpleConditionEvent.violated(controller, use.getDescription())));
      }
    };
  }

  private static final DescribedPredicate<JavaClass> STORE =
      DescribedPredicate.describe(
          "a store",
          type ->
              type.getSimpleName().endsWith("Store")
                  || type.getPackageName().matches("com\\.pfavanguard\\.\\w+\\.store.*"));

  private static String moduleOf(JavaClass type) {
    return type.getPackageName().replaceAll("com\\.pfavanguard\\.?([^.]*).*", "$1");
  }
}
