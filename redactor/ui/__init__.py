"""The window: Qt models, views and presenters. Imports no format's and no model's library."""
