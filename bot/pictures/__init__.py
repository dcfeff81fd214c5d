"""Pictures of the register, drawn without a browser: a certificate's timeline, the days ahead."""
