# language: fr
Fonctionnalité: f
  Scénario: s
    Soit g
    # c
    Alors
